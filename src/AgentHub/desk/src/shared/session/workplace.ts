import type { DraftListView } from '../contract';
import type { Recovery } from '../core/faults';
import type { PageState } from '../core/page';
import { Store } from './store';

/** Drafts as the frame of the page speaks of them: how many the server lacks, and what it got after it was away. */
export interface SavedDrafts {
  readonly book: Store<{ readonly recovery: Recovery | null }>;
  unsent(): number;
  refused(): number;
}

/** What was typed but not uploaded when a sign-in ran out. Only the workplace that left it knows how to read it. */
export type Leftover = Readonly<Record<string, object>>;

/** What an agent has beside what everybody has: telephone and drafts. His part of the desk makes it; others do not load it. */
export interface Workplace {
  readonly drafts: SavedDrafts;
  readonly draftList: Store<DraftListView | null>;
  start(): void;
  stop(): void;
  /** After every change of the page's state. */
  follow(before: PageState, after: PageState): void;
  everySecond(): void;
  startPhone(): Promise<void>;
  registerAgain(): void;
  signedInAgain(): void;
  /** Takes the call and the telephone from wherever they are. */
  takeOver(): void;
  /** Leaves them at the other sign-in. */
  leaveThere(): void;
  openDraft(ticketId: string): void;
  leftover(): Leftover;
  adopt(leftover: Leftover): void;
}

/** Of those who take no calls: shift leaders and administrators. */
export function noWorkplace(): Workplace {
  return {
    drafts: { book: new Store({ recovery: null }), unsent: () => 0, refused: () => 0 },
    draftList: new Store<DraftListView | null>(null),
    start: () => undefined,
    stop: () => undefined,
    follow: () => undefined,
    everySecond: () => undefined,
    startPhone: async () => undefined,
    registerAgain: () => undefined,
    signedInAgain: () => undefined,
    takeOver: () => undefined,
    leaveThere: () => undefined,
    openDraft: () => undefined,
    leftover: () => ({}),
    adopt: () => undefined,
  };
}
