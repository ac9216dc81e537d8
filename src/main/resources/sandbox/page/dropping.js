/**
 * Takes the files that are dropped anywhere on the page, or pasted into an element; `onfiles` gets a list of them.
 * While some are dragged over the page, the element has the class `dropping`.
 */
export function takeFiles(element, onfiles) {
  const mark = (isOver) => element.classList.toggle('dropping', isOver);
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event.dataTransfer)) {
      event.preventDefault();
      mark(true);
    }
  });
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && mark(false));
  document.addEventListener('drop', (event) => {
    mark(false);
    take(event, event.dataTransfer, onfiles);
  });
  element.addEventListener('paste', (event) => take(event, event.clipboardData, onfiles));
}

function hasFiles(transfer) {
  return transfer?.types.includes('Files') ?? false;
}

function take(event, transfer, onfiles) {
  if (hasFiles(transfer)) {
    event.preventDefault();
    // What lies under a form cannot be reached.
    if (document.querySelector('dialog:modal') === null) {
      onfiles([...transfer.files]);
    }
  }
}
