import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import type { DeskView, FloorView } from '../contract';

/** The one file that speaks SignalR. Views come whole and numbered; it never asks, it only listens. */

export interface HubEvents {
  onUp(): void;
  onDown(): void;
  onDesk(view: DeskView): void;
  onFloor(view: FloorView): void;
  /** The server refused the connection: the sign-in may have ended. */
  onRefused(): void;
}

// A server that is started again is back within two seconds; the desk should not be the one that is late.
const delays = [0, 250, 500, 750, 1000] as const;
const longest = 1500;

export class Hub {
  private readonly connection: HubConnection;
  private last: DeskView['agent'] | null = null;
  private stopped = false;
  private attempts = 0;

  constructor(
    private readonly pageId: string,
    private readonly events: HubEvents,
  ) {
    this.connection = new HubConnectionBuilder()
      .withUrl(this.url(null))
      // Never gives up: a desk left alone over night must be there in the morning.
      .withAutomaticReconnect({
        nextRetryDelayInMilliseconds: ({ previousRetryCount }) => delays[previousRetryCount] ?? longest,
      })
      .configureLogging(LogLevel.None)
      .build();
    // The server's keep-alive is 15 s by default; a server that says nothing for 20 s is away.
    this.connection.serverTimeoutInMilliseconds = 20_000;
    this.connection.keepAliveIntervalInMilliseconds = 10_000;
    this.connection.on('desk', (view: DeskView) => {
      this.last = view.agent;
      events.onDesk(view);
    });
    this.connection.on('floor', (view: FloorView) => events.onFloor(view));
    this.connection.onreconnecting(() => {
      this.connection.baseUrl = this.url(this.last);
      events.onDown();
    });
    this.connection.onreconnected(() => events.onUp());
    this.connection.onclose(() => {
      if (this.stopped) return;
      events.onDown();
      void this.start();
    });
  }

  /** The library retries a lost connection but not a first one that fails. */
  async start(): Promise<void> {
    if (this.stopped || this.connection.state !== HubConnectionState.Disconnected) return;
    this.connection.baseUrl = this.url(this.last);
    try {
      await this.connection.start();
      this.attempts = 0;
      this.events.onUp();
    } catch {
      this.events.onDown();
      if (this.attempts % 3 === 0) this.events.onRefused();
      const delay = delays[this.attempts] ?? longest;
      this.attempts += 1;
      window.setTimeout(() => void this.start(), delay);
    }
  }

  /**
   * Says what the page last showed of its agent: a server that lost its memory takes him back so.
   * Absolute, since the library resolves only the address it was built with.
   */
  private url(last: DeskView['agent'] | null): string {
    const query = new URLSearchParams({ pageId: this.pageId });
    if (last) query.set('was', last.state);
    if (last?.reason) query.set('reason', last.reason);
    return new URL(`/hub/desk?${query}`, window.location.href).href;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.connection.stop();
  }
}
