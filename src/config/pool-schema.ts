import { z } from 'zod';
import { goesUp, pool as poolParameter, usedOrLeftOut } from '../metrics/parameters.ts';
import { allocation } from './allocation-schema.ts';
import { calendarSettings } from './calendar-schema.ts';
import { about, messages } from './messages.ts';

const card = poolParameter.unwrap().shape;

const customers = card.customer_recycle.unwrap().shape;

const escalation = card.escalation.unwrap().shape;

const attributes = card.attributes.unwrap().shape;

/** `pool:` */
export const pool = z
  .strictObject({
    service_hours: card.service_hours.meta(
      about('Working hours within which a lead is to be contacted after its assignment.', '线索分配后应在多少工作小时内首次跟进。'),
    ),
    holding_limit: card.holding_limit.meta(
      about(
        'Most open leads that a rep may hold, where the list of reps has no capacity (null: no limit).',
        '每位销售最多持有的未决线索数；销售人员表有上限时以表为准（null：不限）。',
      ),
    ),
    calendar: calendarSettings.meta(
      about('When people work: waiting times are counted in these hours.', '工作日历：等待时间按工作时间计算。'),
    ),
    recycle_days: card.recycle_days.meta(
      about(
        'Days after the last contact, or after the assignment, at which a lead falls back to the pool, where the file does not say when (null: never).',
        '最近一次跟进（没有则为分配）后多少天收回公海；文件中有预计收回时间时以文件为准（null：不收回）。',
      ),
    ),
    recycle_notice_days: card.recycle_notice_days.meta(
      about('Days ahead for which leads about to fall back are listed.', '提前多少天提示即将收回的线索。'),
    ),
    escalation: z
      .strictObject({
        rep: escalation.rep.meta(about('Days late from which the rep is reminded.', '逾期多少天起提醒销售。')),
        manager: escalation.manager.meta(about('Days late from which the manager is told.', '逾期多少天起通知主管。')),
        reassign: escalation.reassign.meta(about('Days late from which the lead is to go to somebody else.', '逾期多少天起改派。')),
      })
      .refine(goesUp, messages.escalation.en)
      .prefault({})
      .meta(about('Who is to act on a lead that is late, by days.', '线索逾期后按天数升级。')),
    attributes: z
      .strictObject({
        use: attributes.use.meta(
          about(
            'Columns of the lead file, by their headers, that are known when a lead comes in and are to be used, whatever the tool finds.',
            '线索表中进入时即已知、必须采用的列（写列名），不论工具如何判断。',
            ['Lead Quality'],
          ),
        ),
        leave_out: attributes.leave_out.meta(
          about('Columns, by their headers, that no factor and no model may use.', '因素分析与模型不得采用的列（写列名）。', ['备注']),
        ),
      })
      .refine(usedOrLeftOut, messages.usedOrLeftOut.en)
      .prefault({})
      .meta(about('What is known of the columns of the lead file.', '对线索表各列的说明。')),
    allocation,
    customer_recycle: z
      .strictObject({
        days: customers.days.meta(
          about(
            'Days without a contact and an order after which a customer falls back to the pool, for levels that have none of their own (null: never).',
            '多少天既无跟进也无订单的客户收回公海，用于未单独设置的级别（null：不收回）。',
            60,
          ),
        ),
        levels: customers.levels.meta(about('The same by customer level.', '按客户级别分别设置的天数。', { VIP: 90, 普通客户: 30 })),
        unwon_days: customers.unwon_days.meta(
          about(
            'Days after which a customer without an order on record falls back, from the day its owner got it (null: never).',
            '负责人取得后多少天仍无订单记录的客户收回公海（null：不收回）。',
          ),
        ),
        contract_days: customers.contract_days.meta(
          about(
            'Days after the end of its contract at which a customer without a new order falls back (null: never).',
            '合同到期后多少天仍无新订单的客户收回公海（null：不收回）。',
          ),
        ),
      })
      .prefault({})
      .meta(about('When customers that reps hold fall back to the pool.', '由销售持有的客户何时收回公海。')),
    ages: card.ages.meta(about('Ages in days at which conversion is compared.', '按哪些天数对比转化率。')),
  })
  .prefault({})
  .meta(about('The pool command.', 'pool 命令。'));
