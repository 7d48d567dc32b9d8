import { Button } from 'antd';
import { words } from '../../texts';

/**
 * A part of the desk could not be loaded. After an upgrade of the server only a reload helps, but the page never reloads by
 * itself: a call may be on, and it is the agent who decides.
 */
export function LoadFailed({ onCall, onAgain }: { onCall: boolean; onAgain(): void }) {
  return (
    <section className="card" data-testid="load-failed">
      <p className="empty" role="alert">
        <span>
          {words.loadFailed.what}
          {onCall ? words.loadFailed.onCall : words.loadFailed.todo}
        </span>
        <Button data-testid="load-again" onClick={onAgain}>
          {words.loadFailed.again}
        </Button>
        <Button data-testid="load-reload" onClick={() => window.location.reload()}>
          {words.loadFailed.reload}
        </Button>
      </p>
    </section>
  );
}
