import { splitWithin } from './typed.js';

/** What keys and typed names do in a command row. */
export class RowTyping {
  constructor(row) {
    this.row = row;
  }

  /** Takes a key: lists first, then what it means for the row. */
  key(event) {
    const part = this.partAt(event.target);
    if (part === undefined || event.isComposing) {
      return;
    }
    const isOfList = part.combobox?.key(event) ?? false;
    if (isOfList ? event.key !== 'Tab' : this.isTaken(event, part)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  isTaken(event, part) {
    switch (event.key) {
      case 'Enter':
        return this.enter(part);
      case 'Escape':
        this.row.giveUp();
        return true;
      case 'Backspace':
        return part.isEmpty && this.erase(part);
      case 'ArrowDown':
        part.offer();
        return part.combobox !== null;
      case 'ArrowLeft':
        return isAtStart(part.input) && this.step(part, -1);
      case 'ArrowRight':
        return isAtEnd(part.input) && this.step(part, 1);
      default:
        return false;
    }
  }

  /** An empty file option's button opens the files; everywhere else Enter sends. */
  enter(part) {
    if (part.input.tagName === 'BUTTON' && part.isEmpty) {
      return false;
    }
    this.row.send();
    return true;
  }

  /** Backspace in an empty part: an option that is not needed goes; before the first there is nothing but plain text. */
  erase(part) {
    if (part.option !== undefined && !part.option.required) {
      this.row.remove(part);
    } else if (!this.step(part, -1)) {
      this.row.giveUp();
    }
    return true;
  }

  step(part, by) {
    const next = this.row.parts[this.row.parts.indexOf(part) + by];
    next?.input.focus();
    const edge = by < 0 ? (next?.input.value?.length ?? 0) : 0;
    next?.input.setSelectionRange?.(edge, edge);
    return next !== undefined;
  }

  /** The name of an option and a colon begin that option, wherever they are typed. */
  typed(event) {
    this.row.forgive();
    const part = this.partAt(event.target);
    if (part === undefined || (event.data !== ':' && !(event.inputType ?? '').startsWith('insertFrom'))) {
      return;
    }
    const open = this.row.command.options.filter((option) => this.row.fieldOf(option)?.isEmpty ?? true);
    const { leading, parts } = splitWithin(part.input.value, part.option, open);
    if (parts.length > 0) {
      this.spread(part, leading, parts);
    }
  }

  spread(part, leading, parts) {
    part.settle();
    part.entry = { text: leading };
    const fields = parts.map(({ option, text }) => {
      const field = this.row.fieldOf(option) ?? this.row.add(option);
      field.entry = { text };
      return field;
    });
    const last = fields.at(-1);
    last.input.focus();
    last.offer();
  }

  entered(event) {
    const part = this.partAt(event.target);
    if (part !== undefined) {
      this.row.top.describe(part);
    }
  }

  partAt(target) {
    return this.row.parts.find((candidate) => candidate.input === target);
  }
}

function isAtStart(input) {
  return input.tagName === 'BUTTON' || (input.selectionStart === 0 && input.selectionEnd === 0);
}

function isAtEnd(input) {
  return input.tagName === 'BUTTON' || input.selectionStart === input.value.length;
}
