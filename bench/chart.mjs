/** Line charts on logarithmic axes as SVG, each panel one measure over the same sizes; light or dark as the reader's screen. */

const panel = { width: 380, height: 300, left: 62, right: 26, top: 38, bottom: 46 };

const style = `
  text { font: 12px system-ui, sans-serif; fill: #24292f; }
  .title { font-weight: 600; }
  .paper { fill: #ffffff; }
  .grid { stroke: #d8dee4; }
  .line { fill: none; stroke-width: 2; }
  .line.one { stroke: #0969da; }
  .line.other { stroke: #bc4c00; stroke-dasharray: 6 3; }
  .dot.one { fill: #0969da; }
  .dot.other { fill: #bc4c00; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .paper { fill: #0d1117; }
    .grid { stroke: #30363d; }
    .line.one { stroke: #58a6ff; }
    .line.other { stroke: #f0883e; }
    .dot.one { fill: #58a6ff; }
    .dot.other { fill: #f0883e; }
  }`;

const names = ['one', 'other'];

function short(value) {
  const scales = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ];
  const [scale, suffix] = scales.find(([least]) => value >= least) ?? [1, ''];
  return `${Number((value / scale).toPrecision(3))}${suffix}`;
}

/** 1, 2 and 5 of every power of ten within the values, and the ones around them; powers alone where that makes too many. */
function ticks(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const powers = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1) powers.push(10 ** power);
  const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const around = (marks) => {
    const first = marks.findLastIndex((mark) => mark <= least);
    const last = marks.findIndex((mark) => mark >= most);
    return marks.slice(first, last + 1);
  };
  return around(fine).length <= 7 ? around(fine) : around(powers);
}

function axis(values, from, to) {
  const marks = ticks(values);
  const [first, last] = [Math.log10(marks[0]), Math.log10(marks.at(-1))];
  const at = (value) => from + ((Math.log10(value) - first) / (last - first || 1)) * (to - from);
  return { marks, at };
}

/** One panel; `series` are { name, points: [[x, y]] }. */
function drawPanel({ title, xTitle, series }, offset) {
  const { width, height, left, right, top, bottom } = panel;
  const points = series.flatMap((one) => one.points);
  const x = axis(
    points.map(([value]) => value),
    left,
    width - right,
  );
  const y = axis(
    points.map(([, value]) => value),
    height - bottom,
    top,
  );
  const down = x.marks.map(
    (mark) =>
      `<line class="grid" x1="${x.at(mark)}" x2="${x.at(mark)}" y1="${top}" y2="${height - bottom}"/><text x="${x.at(mark)}" y="${height - bottom + 16}" text-anchor="middle">${short(mark)}</text>`,
  );
  const across = y.marks.map(
    (mark) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y.at(mark)}" y2="${y.at(mark)}"/><text x="${left - 6}" y="${y.at(mark) + 4}" text-anchor="end">${short(mark)}</text>`,
  );
  const lines = series.map(({ points: own }, index) => {
    const places = own.map(([value, other]) => [x.at(value).toFixed(1), y.at(other).toFixed(1)]);
    const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" class="dot ${names[index]}"/>`).join('');
    return `<polyline class="line ${names[index]}" points="${places.map((place) => place.join(',')).join(' ')}"/>${dots}`;
  });
  const key = series.map(
    ({ name }, index) =>
      `<circle cx="${left + 8}" cy="${top + 12 + index * 16}" r="3" class="dot ${names[index]}"/><text x="${left + 16}" y="${top + 16 + index * 16}">${name}</text>`,
  );
  const titles = [
    `<text class="title" x="${left}" y="22">${title}</text>`,
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">${xTitle}</text>`,
  ];
  return `<g transform="translate(${offset} 0)">\n${[...down, ...across, ...lines, ...key, ...titles].join('\n')}\n</g>`;
}

export function chart(panels) {
  const width = panels.length * panel.width;
  const drawn = panels.map((one, index) => drawPanel(one, index * panel.width)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${panel.height}" viewBox="0 0 ${width} ${panel.height}">
<style>${style}
</style>
<rect class="paper" width="100%" height="100%" rx="6"/>
${drawn}
</svg>
`;
}
