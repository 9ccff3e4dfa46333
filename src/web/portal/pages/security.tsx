export { Security as default } from '../../shared/account/security.tsx'
