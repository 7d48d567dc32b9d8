import { createRoot } from 'react-dom/client';
import { features } from './features';
import { App } from './shared/ui/App';
// All styles come at once, small as they are and in this order: a page that is loaded later never restyles one that is shown.
import './shared/ui/styles/base.css';
import './agent/ui/styles/callbar.css';
import './shared/ui/styles/panes.css';
import './agent/ui/styles/form.css';
import './shared/ui/styles/signin.css';
import './leader/ui/styles/floor.css';
import './cases/ui/styles/cases.css';
import './deadlines/ui/styles/deadlines.css';
import './workdays/workdays.css';

const root = document.getElementById('root');
// No StrictMode: it mounts twice, and a desk that is made twice registers its telephone twice.
if (root) createRoot(root).render(<App features={features} />);
