import { startFace } from '../kit/start-face.tsx'
import { consoleWords } from '../words/console.ts'
import { screenRoutes } from './routes.tsx'

startFace(screenRoutes, '/screen', consoleWords)
