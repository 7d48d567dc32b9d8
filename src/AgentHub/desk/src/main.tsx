import { createRoot } from 'react-dom/client';
import { App } from './ui/App';
import './ui/styles/base.css';
import './ui/styles/callbar.css';
import './ui/styles/panes.css';
import './ui/styles/form.css';

const root = document.getElementById('root');
// No StrictMode: it mounts twice, and a desk that is made twice registers its telephone twice.
if (root) createRoot(root).render(<App />);
