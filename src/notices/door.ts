export { noticesFollower } from './notices.projection.ts'
export { noticeRoutes } from './routes.ts'
