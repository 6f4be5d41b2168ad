import { it } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import papa from 'papaparse';
import { matchHeaders } from '../../src/model/match-headers.ts';
import { entityById } from '../../src/model/entities.ts';
import { chooseRole, rankRoles } from '../../src/model/rank-roles.ts';
const D = '/work/shared/data';
const extra: [string, string[]][] = [
 ['PYTHON-RFM实战数据', '品牌名称,买家昵称,付款日期,订单状态,实付金额,邮费,省份,城市,购买数量'.split(',')],
 ['Orders', 'Row ID,Order ID,Order Date,Ship Date,Ship Mode,Customer ID,Customer Name,Segment,Country,City,State,Postal Code,Region,Product ID,Category,Sub-Category,Product Name,Sales,Quantity,Discount,Profit'.split(',')],
 ['Returns', ['Returned','Order ID']], ['People', ['Person','Region']],
 ['CDNOW', 'customer_id date number_of_cds dollar_value'.split(' ')],
];
it('x', () => {
  const out: string[] = [];
  const show = (name: string, headers: string[]) => {
    const ranked = rankRoles(headers, [], name);
    const c = chooseRole(ranked);
    out.push(`## ${name}: ${c.kind === 'role' ? c.candidate.role : c.kind === 'ambiguous' ? 'AMBIG ' + c.roles.join() : 'none'}   [${ranked.slice(0,4).map((r) => `${r.role} ${r.score.toFixed(2)}${r.named?'*':''}`).join(', ')}]`);
    const first = ranked[0];
    if (first) out.push('   ' + [...matchHeaders(entityById(first.role), headers).matches].map(([f, m]) => `${f}<-${headers[m.index]}`).join('; '));
  };
  for (const dir of ['reference','maven-crm-sales','zoho-crm','adventureworks-b2b','online-retail','xeducation-leads','telco-churn'])
    for (const f of readdirSync(`${D}/${dir}`)) if (f.endsWith('.csv')) {
      const head = readFileSync(`${D}/${dir}/${f}`, 'utf8').replace(/^\ufeff/, '').split('\n', 1)[0]!.replace(/\r$/, '');
      show(f, papa.parse<string[]>(head).data[0]!);
    }
  for (const [n, h] of extra) show(n, h);
  const md = readFileSync('/work/shared/reference/domain.md', 'utf8');
  const sec = md.slice(md.indexOf('## 2. Export'), md.indexOf('## 3. Value'));
  for (const line of sec.split('\n')) for (const m of line.matchAll(/`([^`]*[,，][^`]*)`/g)) { const h = m[1]!.split(/,/).map((x) => x); if (h.length > 4) show('DOM ' + line.slice(0, 30), h.map((x)=>x)); }
  process.stdout.write(out.join('\n') + '\n');
});
