import { startFace } from '../kit/start-face.tsx'
import { fieldRoutes } from './routes.tsx'

startFace(fieldRoutes, '/field')
