import { Store } from './store';

/** One clock of one second for all timers of the page; it ticks with the second, so that all timers change together. */
export class Clock {
  readonly now = new Store(Date.now());
  private timer: number | undefined;

  start(): void {
    const tick = () => {
      const now = Date.now();
      this.now.set(now);
      this.timer = window.setTimeout(tick, 1000 - (now % 1000) + 5);
    };
    tick();
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }
}
