export { CasesPage } from './ui/CasesPage';
