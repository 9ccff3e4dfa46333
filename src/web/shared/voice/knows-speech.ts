/**
 * Whether this browser can write down what is said: feature-detected, and a microphone is given to pages of a safe address
 * only. WeChat's browser names the recogniser and has none behind it.
 */
export const knowsSpeech = (): boolean =>
  window.isSecureContext &&
  ('SpeechRecognition' in window || 'webkitSpeechRecognition' in window) &&
  !/MicroMessenger/i.test(navigator.userAgent)
