/** Sorts and filters tables of many rows. A page says everything without it. */
export const tableScript = `
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const key = (row, place) => {
    const cell = row.cells[place];
    const value = cell.dataset.value;
    return value === undefined ? (cell.classList.contains('number') ? null : cell.textContent) : Number(value);
  };
  heads.forEach((head, place) => {
    const button = head.querySelector('button');
    if (button === null) return;
    button.addEventListener('click', () => {
      const rises = head.getAttribute('aria-sort') === 'descending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', rises ? 'ascending' : 'descending');
      const rows = [...body.rows].map((row) => [key(row, place), row]);
      rows.sort(([one], [other]) => {
        if (one === null || other === null) return (one === null) - (other === null);
        const order = typeof one === 'number' ? one - other : one.localeCompare(other, document.documentElement.lang);
        return rises ? order : -order;
      });
      body.append(...rows.map(([, row]) => row));
    });
  });
  const filter = table.closest('.scroll').previousElementSibling;
  if (filter === null || !filter.classList.contains('filter')) continue;
  filter.hidden = false;
  filter.querySelector('input').addEventListener('input', (event) => {
    const wanted = event.target.value.toLowerCase();
    for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}
`;
