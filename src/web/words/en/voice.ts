import type { VoiceWords } from '../zh/voice.ts'

function add(stands: string, heard: string): string {
  const fresh = heard.trim()
  if (fresh === '' || stands === '') return `${stands}${fresh}`
  return /\s$/.test(stands) || /^[,.;:!?]/.test(fresh) ? `${stands}${fresh}` : `${stands} ${fresh}`
}

export const voiceEn: VoiceWords = {
  add,
  start: 'Say it',
  stop: 'I have finished',
  startFor: (field) => `Say it: ${field}`,
  stopFor: (field) => `I have finished: ${field}`,
  listening: 'Listening, please speak…',
  heard: 'It has been written down. Read it over before you send it.',
  first: {
    title: 'One thing before you speak',
    says: 'This browser turns speech into words. Some browsers, Chrome among them, send your voice to their maker for that. Linli takes no recording, only the words you send.',
    careful: 'Names, door numbers and telephones that should not travel are better typed.',
    go: 'Got it, start',
    no: 'I would rather type',
  },
  ends: {
    silence: 'Nothing was heard. Come closer to the microphone and tap “Say it” again, or type.',
    refused:
      'The microphone was not allowed. Allow it in the browser’s settings for this site and tap again; or use the microphone on your keyboard, or type.',
    noMicrophone:
      'No microphone was found, or another program is using it. Mend that and tap again, or type.',
    unreachable:
      'This browser’s dictation service cannot be reached now. Use the microphone on your keyboard, or type.',
    failed: 'This browser cannot listen now. Use the microphone on your keyboard, or type.',
  },
}
