/** Traditional characters, and other forms, of those that headers and words are made of; behind each the one it is compared as. */
const pairs = [
  '丟丢 並并 亞亚 佈布 佔占 併并 來来 係系 倉仓 個个 倫伦 備备 傭佣 傳传 僅仅 價价 億亿 優优 內内 兩两 冊册 凍冻 別别 刪删 創创 劃划 動动 務务 區区 員员 問问 單单 嘗尝 噸吨 嚐尝 國国 圓圆 團团 執执 堅坚',
  '報报 場场 實实 審审 寫写 寶宝 將将 專专 對对 導导 層层 屬属 島岛 帐账 帳账 帶带 幣币 庫库 廠厂 廢废 廣广 張张 後后 從从 復复 態态 憑凭 應应 戰战 戶户 掛挂 採采 換换 摺折 撈捞 撥拨 擁拥 擔担 據据 擴扩',
  '敗败 數数 於于 時时 暫暂 暱昵 書书 會会 東东 條条 棄弃 業业 標标 樣样 機机 檔档 歐欧 歸归 決决 沒没 沖冲 淨净 減减 測测 準准 溝沟 滿满 潛潜 潤润 為为 烏乌 無无 熱热 營营 爭争 爲为 爾尔 狀状 獨独 獲获',
  '現现 產产 産产 畢毕 當当 發发 監监 盤盘 盧卢 確确 碼码 礎础 稅税 種种 稱称 競竞 筆笔 箇个 簡简 簽签 約约 紅红 納纳 紐纽 級级 紛纷 細细 紹绍 終终 組组 結结 絕绝 給给 統统 經经 綫线 綱纲 網网 線线 編编',
  '總总 績绩 織织 續续 羅罗 聯联 職职 臨临 臺台 與与 舖铺 茲兹 萬万 薦荐 藍蓝 蘭兰 處处 號号 虧亏 術术 衝冲 裏里 裝装 裡里 複复 覆复 覈核 見见 規规 視视 觸触 訂订 計计 訊讯 記记 訪访 設设 許许 訴诉 註注',
  '評评 詢询 試试 話话 該该 詳详 認认 調调 談谈 請请 謝谢 證证 識识 議议 護护 讀读 讓让 貓猫 貝贝 負负 財财 貨货 責责 買买 貸贷 費费 資资 賒赊 賓宾 賣卖 質质 賬账 購购 贊赞 贏赢 輸输 轉转 辦办 週周 進进',
  '遊游 運运 過过 達达 選选 還还 郵邮 釋释 釐厘 釘钉 針针 銀银 銖铢 銷销 鋪铺 錄录 錢钱 錶表 鍾钟 鎊镑 鎖锁 鐘钟 長长 門门 閉闭 開开 間间 閱阅 關关 隊队 階阶 際际 隻只 離离 電电 韓韩 響响 頁页 項项 預预',
  '領领 頻频 題题 額额 願愿 類类 顧顾 餘余 饋馈 馬马 駁驳 驗验 體体 麥麦 點点 齡龄',
].join(' ');

const simplified: ReadonlyMap<string, string> = new Map(pairs.split(' ').map((pair) => [pair[0]!, pair[1]!]));
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g');

/** A text with the traditional characters of our vocabulary written as simplified ones: `訂單編號` is `订单编号`. Others stay. */
export function asSimplified(text: string): string {
  return text.replace(traditional, (character) => simplified.get(character)!);
}
