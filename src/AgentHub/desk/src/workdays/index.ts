export { WorkdaysPage } from './WorkdaysPage';
