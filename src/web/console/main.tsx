import { startFace } from '../kit/start-face.tsx'
import { consoleRoutes } from './routes.tsx'

startFace(consoleRoutes, '/console')
