import { commands } from './api.js';
import { runnable } from './catalogue.js';
import { on, store } from './store.js';

/** What the viewer can run in the open channel, asked for anew whenever that may have changed. */
export class CommandList {
  /** @param onload is called with the list when it has come */
  constructor(onload) {
    this.onload = onload;
    this.all = [];
    this.turn = 0;
    ['state', 'channel', 'commands'].forEach((what) => on(what, () => this.load()));
  }

  async load() {
    this.turn += 1;
    const turn = this.turn;
    const definitions = store.channel?.canUseCommands ? await this.definitions() : [];
    if (turn === this.turn) {
      this.all = runnable(definitions);
      this.onload(this.all);
    }
  }

  definitions() {
    return commands(store.viewer.id, store.channel.id).catch((refusal) => {
      store.problem(refusal.message);
      return [];
    });
  }
}
