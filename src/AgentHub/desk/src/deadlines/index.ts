export { DeadlinesPage } from './ui/DeadlinesPage';
