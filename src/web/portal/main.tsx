import { startFace } from '../kit/start-face.tsx'
import { portalRoutes } from './routes.tsx'

startFace(portalRoutes, '/')
