import { describe, it } from 'vitest';
import { digamma, logBeta, logGamma, logGammaRatio, trigamma } from '../../../src/stats/special/gamma.ts';
import { expectClose } from '../close.ts';

/** Expected values: mpmath with 40 digits. */
describe('the gamma function', () => {
  it.each([
    [0.001, 6.9071788853838537, -1000.5755719318103, 1000001.6425331958],
    [0.25, 1.2880225246980775, -4.2274535333762654, 17.197329154507111],
    [0.999999, 5.7721648738556524e-7, -0.57721730983680181, 1.6449364709652798],
    [1.5, -0.12078223763524522, 0.036489973978576521, 0.93480220054467931],
    [2.00001, 4.2278755976483596e-6, 0.42279078441893006, 0.64493002573486004],
    [9.5, 11.689333420797268, 2.1977378764029495, 0.11099728846909903],
    [10, 12.80182748008147, 2.2517525890667211, 0.10516633568168575],
    [500, 2605.1158503617339, 6.2136077650889917, 0.0020020013333322667],
    [100000, 1051287.7089736569, 11.512920464961895, 1.0000050000166667e-5],
  ])('has at %d the logarithm and derivatives of mpmath', (x, log, first, second) => {
    // Near 1 and 2 the logarithm is near 0: its error is absolute there.
    expectClose(logGamma(x) + 10, log + 10, 1e-15);
    expectClose(digamma(x) + 10, first + 10, 2e-15);
    expectClose(trigamma(x), second, 1e-14);
  });
});

describe('the logarithm of the beta function', () => {
  it.each([
    [0.001, 5, 6.9056726570620747],
    [2, 3, -2.4849066497880003],
    [0.5, 0.5, 1.1447298858494002],
    [1e-5, 1e5, 11.512804563691176],
    [1e8, 2, -36.841361497904731],
    [1e10, 3e10, -22493405795.20248],
    [40, 0.3, -0.0082365242733524688],
  ])('of %d and %d is that of mpmath, either way round', (a, b, log) => {
    expectClose(logBeta(a, b) - 10, log - 10, 1e-14);
    expectClose(logBeta(b, a) - 10, log - 10, 1e-14);
  });
});

describe('the logarithm of a ratio of gamma functions', () => {
  it.each([
    [0.01, 3, -3.8970851330639389],
    [2.5, 1000, 5922.20700228733423],
    [40, 0.3, 1.10403451909142807],
    [1e6, 1e5, 1386392.20592608728],
    [1e9, 5, 103.616329194732056],
  ])('from %d by %d is that of mpmath', (c, n, log) => {
    expectClose(logGammaRatio(c, n), log, 2e-15);
  });
});
