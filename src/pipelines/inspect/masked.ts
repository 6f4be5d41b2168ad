import { fieldOf } from '../../model/entities.ts';
import { normaliseHeader } from '../../model/names.ts';

/** Headers of what opens accounts: not even its length is shown. */
const secrets =
  /password|passwd|passphrase|pwd|secret|token|apikey|accesskey|privatekey|credential|cookie|authcode|pincode|^pin$|^cvv|^cvc|密码|口令|密钥|令牌|验证码|私钥|通行证|passwort|kennwort|geheim|motdepasse|contrase|clave$|senha|parolachiave|^parola$|wachtwoord|haslo|hasło|lozenord|lösenord|пароль|パスワード|暗証番号|비밀번호|암호|รหัสผ่าน|şifre/;

/** Headers of what persons are reached or identified by. */
const personal =
  /phone|mobile|cellno|^cell$|^tel(?:no|number|\d|$)|fax|whatsapp|wechat|weixin|email|^mail$|mailaddress|passport|^ssn|socialsecurity|nationalid|idcard|idnumber|iban|accountnumber|cardnumber|creditcard|bankaccount|手机|电话|联系方式|传真|微信|^qq|qq号|邮箱|邮件|身份证|证件|护照|银行卡|卡号|账号|帐号|社保|telefon|téléphone|telephone|teléfono|telefone|^portable$|^handy|móvil|celular|celulare|correo|courriel|adressemail|ausweis|reisepass|steuernummer|passeport|pasaporte|passaporte|^dni$|^cpf$|^nif$|телефон|почта|паспорт|電話|携帯|メール|전화|휴대폰|이메일|주민등록/;

/** Words of headers of numbers by which things are known: `ID`, `customer_id`, `ACCOUNTID`, 订单编号. */
const numberWord =
  /^(?:(?:account|customer|cust|client|order|sales|salesorder|invoice|product|item|user|employee|lead|contact|case|event|task|call|potential|member|vendor|open|union|u)?ids?|uuid|guid)$/;
const numberHeader = /编号|编码|单号|工号|流水号|号码/;

const hidden = '••••••';

/** What hides the values of a column that is named like passwords, tokens, phones, e-mails or ids, or that is read as an id; null for others. */
export function maskOf(header: string, field: string | null): ((value: string) => string) | null {
  const word = normaliseHeader(header);
  if (secrets.test(word)) return (value) => (value === '' ? '' : hidden);
  const isNumber = field !== null && fieldOf(field).field.type === 'id';
  const namesNumber = numberHeader.test(word) || wordsOf(header).some((own) => numberWord.test(own));
  return isNumber || namesNumber || personal.test(word) ? shapeOf : null;
}

/** Signs stay, letters and digits do not: what a number or an address looks like is what a reader of a file wants to see. */
function shapeOf(value: string): string {
  return value.slice(0, 40).replaceAll(/[\p{L}\p{N}\p{M}]/gu, '•');
}

/** `customer`, `id` of `CustomerID`, `customer_id`: words that only end like one (`paid`) do not count. */
function wordsOf(header: string): string[] {
  return (header.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu) ?? []).map((word) => word.toLowerCase());
}
