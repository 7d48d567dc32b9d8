import { usePage } from '../../../shared/ui/common/deskContext';
import { SettingsCard } from '../assist/SettingsCard';
import { AfterAnswerCard } from './AfterAnswerCard';
import { BreakCard } from './BreakCard';
import { CallerCard } from './CallerCard';
import { CallLegsCard } from './CallLegsCard';
import { DialledCard } from './DialledCard';
import { HistoryCard } from './HistoryCard';
import { QueueCard } from './QueueCard';

/** Who calls, on which number, and what is known of it. Without a call: the agent's own day. */
export function CallerPane() {
  const call = usePage((page) => page.view?.call ?? null);
  const writing = usePage((page) => page.workspace.draftId !== null);
  // A ring over a draft being written leaves the panes as they are.
  if (!call || (call.state === 'ringing' && writing)) {
    return (
      <>
        <QueueCard />
        <BreakCard />
        <SettingsCard />
      </>
    );
  }
  if (call.state === 'ringing') {
    return (
      <>
        <CallerCard call={call} />
        <DialledCard call={call} />
        <AfterAnswerCard />
      </>
    );
  }
  return (
    <>
      <CallerCard call={call} />
      {call.state === 'ended' ? <CallLegsCard call={call} /> : null}
      <HistoryCard callId={call.id} />
    </>
  );
}
