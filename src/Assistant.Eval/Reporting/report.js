'use strict';
(() => {
  const list = document.getElementById('list');
  const rows = [...list.children];
  const find = id => document.getElementById(id);
  const choices = ['kind', 'status', 'cause'].map(find).filter(Boolean);
  const search = find('search');
  const changed = find('changed');
  let sorted = { by: 'order', up: true };

  const matches = row =>
    choices.every(choice => !choice.value || row.dataset[choice.id] === choice.value
      || (choice.value === 'any miss' && row.dataset.cause))
    && (!changed || !changed.checked || row.dataset.changed === '1')
    && (!search.value || row.textContent.toLowerCase().includes(search.value.trim().toLowerCase()));

  const filter = () => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row);
      if (!row.hidden) shown++;
    }
    find('shown').textContent = `${shown} of ${rows.length}`;
    for (const cause of document.querySelectorAll('.cause'))
      cause.setAttribute('aria-pressed', String(cause.dataset.cause === find('cause')?.value));
  };

  const compare = (one, other) => {
    const [a, b] = [one.dataset[sorted.by], other.dataset[sorted.by]];
    if ((a === '') !== (b === '')) return a === '' ? 1 : -1;
    const numbers = ['order', 'ndcg', 'confidence'].includes(sorted.by);
    const difference = numbers ? a - b : a.localeCompare(b);
    return (sorted.up ? difference : -difference) || one.dataset.order - other.dataset.order;
  };

  const sort = by => {
    sorted = { by, up: sorted.by === by ? !sorted.up : true };
    list.append(...rows.sort(compare));
    for (const button of document.querySelectorAll('[data-sort]'))
      button.dataset.sorted = button.dataset.sort === by ? (sorted.up ? 'up' : 'down') : '';
  };

  for (const button of document.querySelectorAll('[data-sort]'))
    button.addEventListener('click', () => sort(button.dataset.sort));
  for (const cause of document.querySelectorAll('.cause'))
    cause.addEventListener('click', () => {
      const choice = find('cause');
      choice.value = choice.value === cause.dataset.cause ? '' : cause.dataset.cause;
      filter();
      find('questions').scrollIntoView({ behavior: 'smooth' });
    });
  for (const control of [search, changed, ...choices].filter(Boolean))
    control.addEventListener('input', filter);
  document.querySelector('.controls').addEventListener('submit', event => event.preventDefault());
})();
