const REST = 200;

/** Asks the bot for choices once typing rests, and forgets answers that come too late. */
export class Suggestions {
  /**
   * @param ask takes the typed text and promises `{choices, failed}`
   * @param show takes a list of choices and a word about it: that they are loading, missing, or failed
   */
  constructor(ask, show) {
    this.ask = ask;
    this.show = show;
    this.turn = 0;
  }

  typed(text) {
    this.stop();
    const turn = this.turn;
    this.show([], 'Loading…');
    this.timer = setTimeout(() => this.load(text, turn), REST);
  }

  stop() {
    this.turn += 1;
    clearTimeout(this.timer);
  }

  async load(text, turn) {
    const { choices, failed } = await this.ask(text).catch(() => ({ choices: [], failed: true }));
    if (turn === this.turn) {
      this.show(choices, word(choices, failed));
    }
  }
}

function word(choices, failed) {
  if (failed) {
    return 'Loading the choices failed.';
  }
  return choices.length === 0 ? 'Nothing was found.' : '';
}
