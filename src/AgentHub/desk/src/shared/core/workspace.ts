import type { DeskCall } from '../contract';

/** Which ticket the middle pane shows. A new call never replaces a draft on screen without a visible move. */
export interface Workspace {
  /** A draft of an earlier call that the agent opened to go on with. */
  draftId: string | null;
  /** The answered call whose form is shown; it stays while that call is wrapped up. */
  callId: string | null;
  /** The draft that had to give way to a call: shown as moved to the drafts until read. */
  movedAway: string | null;
}

export const idleWorkspace: Workspace = { draftId: null, callId: null, movedAway: null };

/** The form opens with the answered call, not with its ring: while it rings, what is being typed stays on screen. */
export function followCall(workspace: Workspace, call: DeskCall | null): Workspace {
  if (!call) {
    const settled = workspace.callId === null && workspace.movedAway === null;
    return settled ? workspace : { ...workspace, callId: null, movedAway: null };
  }
  if (call.state === 'ringing' || workspace.callId === call.id) return workspace;
  const moved = workspace.draftId !== null && workspace.draftId !== call.ticketId ? workspace.draftId : null;
  return { draftId: null, callId: call.id, movedAway: moved };
}
