import { Drawer } from 'antd';
import { bindings } from '../../core/keys';
import { keyNames } from '../../texts';

/** Alt+/: every key of the desk. Beside the page, not over it. */
export function KeyList({ open, onClose }: { open: boolean; onClose(): void }) {
  return (
    <Drawer open={open} onClose={onClose} title="全部快捷键" size={360} mask={false} rootStyle={{ top: 120 }}>
      <table className="list">
        <tbody>
          {bindings.map((binding) => (
            <tr key={binding.action}>
              <td>{keyNames[binding.action]}</td>
              <td style={{ width: 110 }}>
                <kbd>{binding.cap}</kbd>
              </td>
            </tr>
          ))}
          <tr>
            <td>结果（焦点在结果一栏）</td>
            <td>
              <kbd>1 2 3 4 5</kbd> <kbd>← →</kbd>
            </td>
          </tr>
          <tr>
            <td>关闭最上面的小窗</td>
            <td>
              <kbd>Esc</kbd>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="small muted" style={{ marginTop: 12 }}>
        输入法正在组字时，快捷键不起作用。macOS 上请用 Option 代替 Alt。
      </p>
    </Drawer>
  );
}
