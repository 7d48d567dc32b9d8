import { createRoot } from 'react-dom/client';
import { App } from './shared/ui/App';
import './shared/ui/styles/base.css';
import './agent/ui/styles/callbar.css';
import './shared/ui/styles/panes.css';
import './agent/ui/styles/form.css';

const root = document.getElementById('root');
// No StrictMode: it mounts twice, and a desk that is made twice registers its telephone twice.
if (root) createRoot(root).render(<App />);
