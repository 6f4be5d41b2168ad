import { both, column } from '../../columns.ts';

const noFit = { empty: both('The histories cannot carry the model; `problem` says why.', '购买历史不足以拟合该模型，原因见 problem。') };
const noError = { empty: both('There is no fit, or the data cannot tell this parameter.', '没有拟合结果，或数据无法确定该参数。') };

const covariance = (position: number) =>
  column.number(
    both(`Log covariance ${position}`, `对数协方差 ${position}`),
    both(
      `Covariance of the logarithm of the parameter with that of parameter ${position}.`,
      `该参数对数与第 ${position} 个参数对数的协方差。`,
    ),
    { empty: both('There is no fit, no such parameter, or the data cannot tell it.', '没有拟合结果、没有该参数，或数据无法确定。') },
  );

/** The parameter of a fitted model that a row holds. */
export const parameterColumns = {
  parameter: column.text(both('Parameter', '参数'), both('Its published name.', '论文中的参数名。')),
  value: column.number(
    both('Value', '估计值'),
    both('Maximum likelihood estimate; times are in weeks (days / 7).', '极大似然估计；时间单位为周（天数 ÷ 7）。'),
    noFit,
  ),
  standard_error: column.number(
    both('Standard error', '标准误'),
    both('From the Hessian at the maximum.', '由极大值处的 Hessian 得出。'),
    noError,
  ),
  log_covariance_1: covariance(1),
  log_covariance_2: covariance(2),
  log_covariance_3: covariance(3),
  log_covariance_4: covariance(4),
  unbounded: column.text(
    both('Not bounded', '无界'),
    both(
      'Where the parameter runs off to, as far as the data can tell: zero, infinity, unknown.',
      '数据无法限定该参数时，其趋向：zero、infinity、unknown。',
    ),
    { empty: both('The data tell the parameter, or there is no fit.', '数据可以确定该参数，或没有拟合结果。') },
  ),
} as const;

/** How good the fit is, and whether it can be relied on. */
export const fitColumns = {
  log_likelihood: column.number(both('Log-likelihood', '对数似然'), both('At the maximum, in weeks.', '极大值处，以周为单位。'), noFit),
  gradient_norm: column.number(
    both('Gradient norm', '梯度范数'),
    both('Largest slope by the logarithm of a parameter; near 0 at a maximum.', '对数似然对参数对数的最大斜率，极大值处接近 0。'),
    noFit,
  ),
  problem: column.text(both('Problem', '问题'), both('Why the fit is not to be relied on.', '拟合不可靠的原因。'), {
    empty: both('The fit has no fault.', '拟合没有问题。'),
  }),
} as const;
