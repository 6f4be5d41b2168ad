import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding, wholeCharacters } from '../../src/source/encoding.ts';

const nameOf = (bytes: readonly number[] | Buffer, label?: string): string | null =>
  detectEncoding(Buffer.from(bytes), true, label)?.name ?? null;

describe('the encoding of a head', () => {
  it.each([
    ['utf-8', Buffer.from('a,b\n1,2\n')],
    ['utf-8', Buffer.from('客户\n')],
    ['utf-8-bom', Buffer.from('\ufeffa\n')],
    ['utf-16le', Buffer.from('\ufeffa\n', 'utf16le')],
    ['utf-16le', Buffer.from('一一一一,1\n二,2\n', 'utf16le')],
    ['utf-16be', Buffer.from('客户,a\n', 'utf16le').swap16()],
    ['gb18030', [0xbf, 0xcd, 0xbb, 0xa7, 0x0a]],
    ['gb18030', [0xbf, 0xcd, 0xbb, 0xa7, 0xd6, 0xec, 0xe9, 0x46, 0xbb, 0xf9, 0x0a]],
    [null, Buffer.from('Müller\n', 'latin1')],
    [null, Buffer.from('Jérôme,1\n', 'latin1')],
    ['utf-8', Buffer.from('a,b\n1,x\0y\n')],
  ])('%s', (name, bytes) => expect(nameOf(bytes)).toBe(name));

  it('is told by a mark even where the user says otherwise', () => {
    expect(nameOf(Buffer.from('\ufeffa\n'), 'gbk')).toBe('utf-8-bom');
  });

  it('a character cut off by the end of the head does not matter', () => {
    const head = Buffer.from('客户'.repeat(50)).subarray(0, 200);
    expect(detectEncoding(head, false, undefined)).toMatchObject({ name: 'utf-8', damaged: false });
  });

  it('few damaged characters do not make it another', () => {
    const head = Buffer.concat([Buffer.from('客户名称\n'.repeat(60)), Buffer.from([0xe5, 0x0a])]);
    expect(detectEncoding(head, true, undefined)).toMatchObject({ name: 'utf-8', damaged: true });
  });

  it('any text in UTF-8 is found to be that, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(`${text.replaceAll('\0', '')}\n`);
        const head = bytes.subarray(0, 1 + (cut % bytes.length));
        fc.pre(!text.startsWith('\ufeff'));
        expect(detectEncoding(head, false, undefined)?.encoding).toBe('utf-8');
      }),
    );
  });

  it('whole characters are a prefix that decodes, three bytes shorter at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(text);
        const head = bytes.subarray(0, cut % (bytes.length + 1));
        const whole = wholeCharacters(head);
        expect(text.startsWith(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole))).toBe(true);
        expect(head.length - whole.length).toBeLessThan(4);
      }),
    );
  });
});

const iconv = (text: string, encoding: string): Uint8Array => spawnSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: text }).stdout;

describe('encodings that are valid in one another', () => {
  it.each([
    ['euc-kr', 'EUC-KR', '고객,금액\n삼성전자,100\n'],
    ['euc-kr', 'CP949', '주문번호,고객명,주문일자,결제금액\n1,김철수,2024-01-05,"1,000"\n2,(주)한빛소프트,2024-01-06,500\n'],
    ['euc-jp', 'EUC-JP', '顧客,金額\n東京商事株式会社,100\n田中さん,200\n'],
    ['euc-jp', 'EUC-JP', '受注番号,得意先名,売上金額\n1,トヨタ販売店,1000\n'],
    ['shift_jis', 'SHIFT_JIS', '顧客,金額\n東京商事株式会社,100\n田中さん,200\n'],
    ['shift_jis', 'CP932', '注文番号,顧客名,注文日,金額\n1,ｱｲｳｴｵ商店,2024-01-05,"1,000"\n2,髙橋 一郎,2024-01-06,500\n'],
    ['big5', 'BIG5', '訂單編號,客戶名稱,金額\n1,林志明,1000\n2,臺灣電子股份有限公司,5\n'],
  ])('are told by their text, and called a guess (%s)', (name, encoding, text) => {
    const bytes = iconv(text, encoding);
    const found = detectEncoding(bytes, true, undefined);
    expect(found).toMatchObject({ name, guessed: true, damaged: false });
    expect(new TextDecoder(found!.encoding).decode(bytes)).toBe(text);
  });

  it.each(['客户,金额\n张三,100\n', '客戶,金額\n臺灣電子股份有限公司,100\n', '订单编号,客户名称,下单日期\nA5,龘靐齉,2024-01-05\n'])(
    'are GB18030 where that is likely: %j',
    (text) => expect(detectEncoding(iconv(text, 'GB18030'), true, undefined)).toMatchObject({ name: 'gb18030', guessed: false }),
  );

  it.each(['customer,amount\n龘靐,100\n', 'customer,amount\n孙玥,100\n聂昊燚,3\n'])('are a guess for a few rare names: %j', (text) => {
    expect(detectEncoding(iconv(text, 'GB18030'), true, undefined)).toMatchObject({ name: 'gb18030', guessed: true });
  });

  it.each([
    ['CP1251', 'Клиент,Сумма\nООО Ромашка,100\nИванов Пётр,200\n'],
    ['KOI8-R', 'Клиент,Сумма\nООО Ромашка,100\nИванов Пётр,200\n'],
    ['CP1253', 'Πελάτης,Ποσό\nΓιώργος Παπαδόπουλος,100\n'],
    ['CP874', 'ลูกค้า,จำนวน\nสมชาย ใจดี,100\n'],
    ['CP1252', 'Kunde,Betrag\nMüller GmbH,100\nGroße Bäckerei,200\n'],
    ['CP1252', `name,amount\n${'Bob’s shop – the best,1\n'.repeat(30)}`],
  ])('do not make nonsense of another alphabet (%s)', (encoding, text) => {
    expect(detectEncoding(iconv(text, encoding), true, undefined)).toBeNull();
  });
});
