import type { DeskView, FloorView } from '../contract';
import { type PhoneState, silentPhone } from './phone';
import { followCall, idleWorkspace, type Workspace } from './workspace';

/** All that the page shows, except texts being typed (see agent/core/draft.ts). `(state, message) → state`, nothing else. */
export interface PageState {
  link: Link;
  view: DeskView | null;
  floor: FloorView | null;
  /** Server clock minus page clock, in milliseconds. */
  clockOffset: number;
  /** Page clock: when the call on screen was first heard of. */
  ringSince: number;
  /** The call that was on screen before, and when (page clock) the server took it away. */
  gone: { callId: string; at: number } | null;
  phone: PhoneState;
  workspace: Workspace;
  /** The sign-in ran out in a call: the call goes on, and the password is asked for beside it. */
  signInOver: boolean;
  /** The telephone is elsewhere; this page takes it only when told to. */
  elsewhere: Elsewhere | null;
}

/** tab: in a call, in another tab of this browser. call: in a call, at another sign-in. phone: at another sign-in, and left there. */
export type Elsewhere = 'tab' | 'call' | 'phone';

export interface Link {
  state: 'connecting' | 'up' | 'down';
  /** Page clock. */
  since: number;
  /** After a reconnect the counter of versions may begin again, so the first message is taken whatever its version. */
  freshDesk: boolean;
  freshFloor: boolean;
}

export type Message =
  | { kind: 'linkUp'; at: number }
  | { kind: 'linkDown'; at: number }
  | { kind: 'desk'; view: DeskView; at: number }
  | { kind: 'floor'; view: FloorView }
  | { kind: 'phone'; phone: PhoneState }
  | { kind: 'openDraft'; ticketId: string }
  | { kind: 'closeDraft' }
  | { kind: 'showCall' }
  | { kind: 'noticeRead' }
  | { kind: 'signInOver'; over: boolean }
  | { kind: 'elsewhere'; where: Elsewhere | null };

export function newPage(at: number): PageState {
  return {
    link: { state: 'connecting', since: at, freshDesk: true, freshFloor: true },
    view: null,
    floor: null,
    clockOffset: 0,
    ringSince: at,
    gone: null,
    phone: silentPhone,
    workspace: idleWorkspace,
    signInOver: false,
    elsewhere: null,
  };
}

export function reducePage(state: PageState, message: Message): PageState {
  switch (message.kind) {
    case 'linkUp':
      return state.link.state === 'up' ? state : { ...state, link: { ...state.link, state: 'up', since: message.at } };
    case 'linkDown':
      // The first try is "connecting" until it succeeds; a lost link is "down" and keeps the moment it was lost.
      return {
        ...state,
        link: {
          state: state.link.state === 'connecting' ? 'connecting' : 'down',
          since: state.link.state === 'up' ? message.at : state.link.since,
          freshDesk: true,
          freshFloor: true,
        },
      };
    case 'desk':
      return takeDesk(state, message.view, message.at);
    case 'floor':
      if (!state.link.freshFloor && state.floor && message.view.version <= state.floor.version) return state;
      return { ...state, floor: message.view, link: { ...state.link, freshFloor: false } };
    case 'phone':
      return { ...state, phone: message.phone };
    case 'openDraft':
      return { ...state, workspace: { ...state.workspace, draftId: message.ticketId, movedAway: null } };
    case 'closeDraft':
      return { ...state, workspace: { ...state.workspace, draftId: null } };
    case 'showCall':
      // Alt+W while it rings over a draft: the agent asked to see the call, so the draft makes room, visibly.
      if (state.view?.call?.state !== 'ringing' || state.workspace.draftId === null) return state;
      return { ...state, workspace: { ...state.workspace, draftId: null, movedAway: state.workspace.draftId } };
    case 'signInOver':
      return state.signInOver === message.over ? state : { ...state, signInOver: message.over };
    case 'elsewhere':
      return state.elsewhere === message.where ? state : { ...state, elsewhere: message.where };
    case 'noticeRead':
      return { ...state, workspace: { ...state.workspace, movedAway: null } };
  }
}

function takeDesk(state: PageState, view: DeskView, at: number): PageState {
  if (!state.link.freshDesk && state.view && view.version <= state.view.version) return state;
  const former = state.view?.call?.id;
  return {
    ...state,
    view,
    gone: former !== undefined && former !== view.call?.id ? { callId: former, at } : state.gone,
    clockOffset: Date.parse(view.now) - at,
    ringSince: view.call?.id === state.view?.call?.id ? state.ringSince : at,
    workspace: followCall(state.workspace, view.call),
    link: { ...state.link, freshDesk: false },
  };
}
