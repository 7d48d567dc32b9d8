import { Drawer } from 'antd';
import { bindingsFor } from '../../core/keys';
import { keyNames } from '../../texts';
import { useDesk } from '../common/deskContext';
import { useReach } from '../common/useReach';
import { shellTexts } from './texts';

/** Alt+/: every key of the desk. Beside the page, not over it. */
export function KeyList({ open, onClose }: { open: boolean; onClose(): void }) {
  const { takesCalls } = useDesk();
  const reach = useReach<HTMLDivElement>();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={shellTexts.allKeys}
      size={400}
      mask={false}
      rootStyle={{ top: 120 }}
      styles={{ body: { padding: 0, overflow: 'hidden', display: 'flex' } }}
    >
      <div ref={reach} className="key-list">
        <table className="list">
          <tbody>
            {bindingsFor(takesCalls).map((binding) => (
              <tr key={binding.action}>
                <td>{keyNames[binding.action]}</td>
                <td style={{ width: 150 }}>
                  <kbd>{binding.cap}</kbd>
                </td>
              </tr>
            ))}
            {takesCalls ? (
              <tr>
                <td>{shellTexts.outcomeKeys}</td>
                <td>
                  <kbd>1 2 3 4 5</kbd> <kbd>← →</kbd>
                </td>
              </tr>
            ) : null}
            <tr>
              <td>{shellTexts.closeTop}</td>
              <td>
                <kbd>Esc</kbd>
              </td>
            </tr>
          </tbody>
        </table>
        <p className="small muted" style={{ marginTop: 12 }}>
          {shellTexts.keysHow}
        </p>
      </div>
    </Drawer>
  );
}
