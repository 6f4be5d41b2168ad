import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../src/pipelines/inspect/masked.ts';

describe('what inspect does not show', () => {
  it.each([
    'password',
    'Password Hash',
    'API Token',
    'access_key',
    '登录密码',
    '密钥',
    'Client Secret',
    'Passwort',
    'Mot de passe',
    'contraseña',
    'Senha',
    'パスワード',
    '비밀번호',
  ])('hides %s whole', (header) => {
    expect(maskOf(header, null)?.('a1')).toBe('••••••');
    expect(maskOf(header, null)?.('')).toBe('');
  });

  it.each([
    ['Phone Number', '+86 138-0001', '+•• •••-••••'],
    ['E-mail', 'a.b@x.com', '•.•@•.•••'],
    ['手机号', '13800012345', '•••••••••••'],
    ['客户编号', 'C-1', '•-•'],
    ['ACCOUNTID', '王1', '••'],
    ['OrderID', '7', '•'],
    ['id', '7', '•'],
    ['身份证号', '11010', '•••••'],
    ['Telefon', '0151 23', '•••• ••'],
    ['Numéro de téléphone', '06', '••'],
    ['Correo electrónico', 'a@b.es', '•@•.••'],
    ['電話番号', '03-1', '••-•'],
    ['휴대폰', '010', '•••'],
  ])('leaves of %s how it looks', (header, value, shown) => expect(maskOf(header, null)?.(value)).toBe(shown));

  it('hides what is read as an id, whatever its header', () => {
    expect(maskOf('Kunde', 'orders.customer_id')?.('K1')).toBe('••');
  });

  it.each(['Paid', 'Valid', 'Name', '客户名称', 'Amount', '备注', 'Order Date', 'Tokyo', 'Hotel', 'Bid'])('shows %s', (header) => {
    expect(maskOf(header, null)).toBeNull();
  });
});
