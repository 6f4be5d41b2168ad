import type { Localized } from '../../src/lib/localized.ts';
import { column, words } from './table.ts';
import type { TeamId } from './words.ts';

export interface Team {
  readonly id: TeamId;
  readonly name: Localized;
  readonly manager: Localized;
}

export const teams: readonly Team[] = [
  { id: 'east', name: words('华东销售部', 'East China'), manager: words('陈立群', 'Chen Liqun') },
  { id: 'south', name: words('华南销售部', 'South China'), manager: words('黄雅琴', 'Huang Yaqin') },
  { id: 'north', name: words('华北销售部', 'North China'), manager: words('孙国梁', 'Sun Guoliang') },
  { id: 'west', name: words('中西部销售部', 'Central and West China'), manager: words('罗文涛', 'Luo Wentao') },
];

export interface Rep {
  readonly name: Localized;
  readonly team: Team;
  readonly joinedOn: string;
  /** Leads and customers the rep may hold at a time. */
  readonly capacity: number;
  /** Share of what the team gets from the pool, relative to the others. */
  readonly appetite: number;
  /** Typical hours until a first contact. */
  readonly responseHours: number;
  /** Chance that a lead is never contacted. */
  readonly neglect: number;
  /** Chance to convert a contacted lead of an average source. */
  readonly skill: number;
  /** Percent of the revenue of 2025 that the plan of 2026 asks for. */
  readonly plan: number;
}

function rep(
  zh: string,
  en: string,
  team: TeamId,
  joinedOn: string,
  capacity: number,
  work: Pick<Rep, 'appetite' | 'responseHours' | 'neglect' | 'skill' | 'plan'>,
): Rep {
  return { name: words(zh, en), team: teams.find(({ id }) => id === team)!, joinedOn, capacity, ...work };
}

const steady = { appetite: 1, responseHours: 14, neglect: 0.05, skill: 0.105, plan: 104 };

/** Claims from every pool, calls late or never, and hardly converts: the story's second point. */
export const hoarder: Rep = rep('赵志强', 'Zhao Zhiqiang', 'south', '2021-06-15', 120, {
  appetite: 2.2,
  responseHours: 190,
  neglect: 0.46,
  skill: 0.03,
  plan: 110,
});

/** Whose plan asks for no growth: new customers carry it, and hide that the old ones buy less: one of the story's points. */
export const planBeater: Rep = rep('林晓彤', 'Lin Xiaotong', 'south', '2019-05-20', 110, {
  ...steady,
  responseHours: 8,
  skill: 0.14,
  plan: 100,
});

export const reps: readonly Rep[] = [
  rep('王海燕', 'Wang Haiyan', 'east', '2018-03-12', 120, { ...steady, responseHours: 5, skill: 0.16, plan: 110 }),
  rep('李明哲', 'Li Mingzhe', 'east', '2020-07-01', 110, { ...steady, plan: 160 }),
  rep('周思远', 'Zhou Siyuan', 'east', '2023-09-04', 90, { ...steady, responseHours: 20, plan: 75 }),
  planBeater,
  hoarder,
  rep('何俊杰', 'He Junjie', 'south', '2022-02-21', 100, { ...steady, responseHours: 18 }),
  rep('刘建军', 'Liu Jianjun', 'north', '2017-11-06', 120, { ...steady, responseHours: 10, skill: 0.14 }),
  rep('张雨薇', 'Zhang Yuwei', 'north', '2021-03-08', 100, { ...steady, responseHours: 6, plan: 215 }),
  rep('马天宇', 'Ma Tianyu', 'north', '2024-04-15', 80, { ...steady, responseHours: 24, neglect: 0.08, skill: 0.11, plan: 90 }),
  rep('杨若曦', 'Yang Ruoxi', 'west', '2019-10-14', 110, { ...steady, responseHours: 7, skill: 0.14, plan: 125 }),
  rep('吴承志', 'Wu Chengzhi', 'west', '2022-08-29', 100, steady),
  rep('郑佳宁', 'Zheng Jianing', 'west', '2023-01-30', 90, { ...steady, responseHours: 16, plan: 150 }),
];

export function repsOf(team: TeamId): Rep[] {
  return reps.filter((person) => person.team.id === team);
}

export const repColumns = [
  column<Rep>('姓名', 'Name', (person) => person.name),
  column<Rep>('所属团队', 'Team', (person) => person.team.name),
  column<Rep>('直属上级', 'Manager', (person) => person.team.manager),
  column<Rep>('入职日期', 'Joined On', (person) => person.joinedOn),
  column<Rep>('库容', 'Capacity', (person) => person.capacity),
];
