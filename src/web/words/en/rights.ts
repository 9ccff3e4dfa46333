import type { RightsWords } from '../zh/rights.ts'

export const rightsEn: RightsWords = {
  kinds: {
    correct: 'Correct what is held',
    copy: 'Give a copy',
    erase: 'Erase what is held',
  },
  stages: {
    asked: 'Waiting for an answer',
    granted: 'Granted',
    refused: 'Not granted',
    taken_back: 'Taken back',
  },
  grounds: {
    not_own: 'It is not about the person who asks',
    law_keeps: 'The law says it must be kept, and the time is not over',
    duty: 'It is needed for a duty that the law sets',
    emergency: 'It is needed for an emergency that is under way',
    right_as_held: 'It was checked, and it is right as it is held',
    unclear: 'It is not clear what is asked for',
  },
}
