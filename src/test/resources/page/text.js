// The text that can be read, but for what menus would offer.
return [...document.querySelectorAll('h1, #bot, main, aside, #problem, dialog[open], [role=listbox]')]
  .filter((part) => part.checkVisibility() && part.closest('select') === null)
  .map((part) => part.innerText)
  .join('\n');
