import { emergencyEn } from './en/emergency.ts'
import { emergencyZh } from './zh/emergency.ts'

/** Words of the banner that an emergency brings, fetched with it. */
export const emergencyWords = { zh: emergencyZh, en: emergencyEn }
