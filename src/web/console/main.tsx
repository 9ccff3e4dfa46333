import { startFace } from '../kit/start-face.tsx'
import { consoleWords } from '../words/console.ts'
import { consoleRoutes } from './routes.tsx'

startFace(consoleRoutes, '/console', consoleWords)
