import type { DeliveryState, NoticeChannel, NoticeView } from '../../shared/contract';

/** What is looked for, as the address has it. */
export interface NoticeFilter {
  state: DeliveryState;
  channel: NoticeChannel | '';
  page: number;
}

const states: readonly DeliveryState[] = ['dead', 'failed', 'queued', 'skipped', 'sent'];
const channels: readonly NoticeChannel[] = ['sms', 'mail'];

/** In the order in which somebody has to look at them. */
export const shownStates = states;
export const shownChannels = channels;

/** What an address asks for; what makes no sense there is what most want to see. */
export function filterOf(search: Readonly<Record<string, string>> | undefined): NoticeFilter {
  const page = Number(search?.page);
  return {
    state: states.find((state) => state === search?.state) ?? 'dead',
    channel: channels.find((channel) => channel === search?.channel) ?? '',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function searchOf({ state, channel, page }: NoticeFilter): Record<string, string> {
  return {
    ...(state === 'dead' ? {} : { state }),
    ...(channel === '' ? {} : { channel }),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

/** What is dead or was not sent can be sent again; what was sent, or goes out by itself, cannot. */
export const mayBeSentAgain = ({ state }: NoticeView) => state === 'dead' || state === 'skipped';

/** What is not over yet can be given up. */
export const mayBeGivenUp = ({ state }: NoticeView) => state === 'dead' || state === 'failed' || state === 'queued';

/** Of what was picked, what still stands on the page and can be dealt with so. */
export function pickedOf(
  items: readonly NoticeView[],
  picked: ReadonlySet<string>,
  may: (item: NoticeView) => boolean,
): string[] {
  return items.filter((item) => picked.has(item.id) && may(item)).map(({ id }) => id);
}

export function toggled(picked: ReadonlySet<string>, ids: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(picked);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  return next;
}
