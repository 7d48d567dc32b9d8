import type { BarMode } from '../../../shared/core/bar';
import { useStore } from '../../../shared/session/store';
import { usePage } from '../../../shared/ui/common/deskContext';
import { useWorkplace } from '../useWorkplace';
import { IdlePane } from './IdlePane';
import { MovedNotice } from './MovedNotice';
import { PopPane } from './PopPane';
import { TicketWork } from './TicketWork';
import { formTexts } from './texts';

/** The middle of the page: what the agent works on. A ring changes it only when nothing is being written. */
export function TicketPane({ mode, readOnly }: { mode: BarMode; readOnly: boolean }) {
  const work = useWorkplace();
  const call = usePage((page) => page.view?.call ?? null);
  const { draftId } = usePage((page) => page.workspace);
  const draft = useStore(work.drafts.book).entries[draftId ?? ''];
  const working = call !== null && call.state !== 'ringing';

  if (working) {
    return (
      <>
        <MovedNotice />
        <TicketWork
          key={call.ticketId}
          ticketId={call.ticketId}
          callId={call.id}
          stage={call.state === 'ended' ? 'wrapUp' : 'call'}
          readOnly={readOnly}
        />
      </>
    );
  }
  if (draftId !== null) {
    const rings = mode === 'ringing' || mode === 'phoneRinging';
    return (
      <TicketWork
        key={draftId}
        ticketId={draftId}
        callId={draft?.ticket?.callId ?? null}
        stage="draft"
        readOnly={readOnly}
        notice={rings ? formTexts.ringStrip : null}
      />
    );
  }
  if (call) {
    return (
      <>
        <MovedNotice />
        <PopPane call={call} />
      </>
    );
  }
  return <IdlePane />;
}
