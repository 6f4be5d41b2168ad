import { csv, linesQuery } from './data.mjs';

/**
 * A made-up company with many reps, from the order lines of data.mjs: one customer for 50 lines, and beside the orders the customers with
 * their owners, the reps in teams of twenty below a manager and managers in tens below a director, two years of monthly targets (company,
 * teams, reps), a deal for 50 lines and a contact for eight. The same bytes for the same number of lines and reps.
 */
export async function salesForce({ lines, reps }) {
  const customers = Math.ceil(lines / 50);
  const teams = Math.ceil(reps / 20);
  const draw = (seed, of = 'i') => `hash(${of} * 16 + ${seed})`;
  const named = (word, of) => `'${word}' || lpad((${of})::varchar, 5, '0')`;
  const repOf = (customer) => named('销售', `hash(${customer} * 16 + 11) % ${reps}`);
  const month = (at) => `strftime(${at}, '%Y-%m-%d')`;
  const instant = (seed) => `strftime(timestamp '2023-01-01' + to_seconds((${draw(seed)} % (86400 * 1096))::bigint), '%Y-%m-%d %H:%M:%S')`;
  const customer = (seed) => `'C' || lpad(floor(${customers} * pow((${draw(seed)} % 1000003) / 1000003.0, 2))::bigint::varchar, 6, '0')`;
  const number = `substr("客户编号", 2)::bigint`;
  const file = (what) => `${what}-${lines}-by-${reps}.csv`;

  return Promise.all([
    // One order line of twenty is sold by another than the owner of the customer.
    csv(
      file('orders'),
      `select * replace (case when hash("订单编号") % 20 = 0 then ${named('销售', `hash("订单编号") % ${reps}`)} else ${repOf(number)} end as "负责人"),
          ("订单金额" * (55 + hash("产品编号") % 30) / 100)::decimal(18, 2) as "成本",
          case when hash("订单编号") % 7 = 0 then 0 else "订单金额" end as "已付金额"
        from (${linesQuery(lines, customers)})`,
    ),
    csv(
      file('customers'),
      `select 'C' || lpad(i::varchar, 6, '0') as "客户编号", '客户' || i || '有限公司' as "客户名称", ${repOf('i')} as "负责人",
          ['普通客户', '重要客户', 'VIP客户'][(${draw(1)} % 3 + 1)::int] as "客户级别",
          ['汽车零部件', '电子制造', '航空航天', '医疗器械', '模具加工'][(${draw(2)} % 5 + 1)::int] as "所属行业",
          ['江苏省', '广东省', '北京市', '四川省'][(${draw(3)} % 4 + 1)::int] as "省份",
          strftime(date '2020-01-01' + (${draw(4)} % 1000)::int, '%Y-%m-%d') as "创建时间"
        from range(${customers}) t(i)`,
    ),
    csv(
      file('reps'),
      `select ${named('销售', 'i')} as "姓名", ${named('团队', `i // 20`)} as "所属团队", ${named('经理', 'i // 20')} as "直属上级",
          strftime(date '2018-01-01' + (${draw(5)} % 2500)::int, '%Y-%m-%d') as "入职日期"
        from range(${reps}) t(i)
        union all
        select ${named('经理', 'i')}, ${named('团队', 'i')}, ${named('总监', 'i // 10')}, '2017-03-01' from range(${teams}) t(i)`,
    ),
    csv(
      file('targets'),
      `with months as (select first as starts, first + interval 1 month - interval 1 day as ends, extract(month from first) as m from range(timestamp '2024-01-01', timestamp '2026-01-01', interval 1 month) t(first)),
        owners as (
          select 0 as level, '公司' as kind, '公司' as owner, null as parent, ${lines} * 140 as usual
          union all select 1, '团队', ${named('团队', 'i')}, '公司', ${lines} * 140 / ${teams} from range(${teams}) t(i)
          union all select 2, '个人', ${named('销售', 'i')}, ${named('团队', 'i // 20')}, ${lines} * 140 / ${reps} from range(${reps}) t(i))
        select kind as "目标层级", owner as "目标对象", parent as "上级目标", '销售额' as "指标", ${month('starts')} as "开始日期", ${month('ends')} as "结束日期",
          (usual * (1000 + hash(m::int) % 100) / 1000)::decimal(18, 2) as "目标值", '元' as "单位"
        from owners cross join months order by level, owner, starts`,
    ),
    csv(
      file('deals'),
      `select 'D' || lpad(i::varchar, 8, '0') as "商机编号", ${customer(6)} as "客户编号",
          ${named('销售', `${draw(7)} % ${reps}`)} as "负责人",
          ['赢单', '输单', '商务谈判', '方案报价', '赢单'][(state + 1)::int] as "商机阶段", ['赢单', '输单', '进行中', '进行中', '赢单'][(state + 1)::int] as "商机结果",
          1000 + ${draw(8)} % 90000 as "商机金额", strftime(opened, '%Y-%m-%d') as "创建时间",
          strftime(opened + (10 + ${draw(9)} % 120)::int, '%Y-%m-%d') as "结束日期",
          case when state = 1 then ['价格', '交期', '功能'][(${draw(10)} % 3 + 1)::int] end as "输单原因"
        from (select i, ${draw(12)} % 5 as state, date '2023-01-01' + (${draw(13)} % 960)::int as opened from range(${Math.ceil(lines / 50)}) t(i))`,
    ),
    csv(
      file('contacts'),
      `select customer as "客户编号", ${repOf('substr(customer, 2)::bigint')} as "负责人", ['电话', '拜访', '微信'][(${draw(14)} % 3 + 1)::int] as "跟进方式",
          happened as "跟进时间", '继续跟进' as "跟进结果"
        from (select i, ${customer(15)} as customer, ${instant(3)} as happened from range(${Math.ceil(lines / 8)}) t(i))`,
    ),
  ]);
}
