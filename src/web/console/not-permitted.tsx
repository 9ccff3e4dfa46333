import { Empty } from '../kit/states.tsx'
import { ToDesk } from './desk/to-desk.tsx'
import { useWords } from './words.ts'

/** A page that the reader's posts do not open: said plainly, with a way on. */
export function NotPermitted() {
  const words = useWords()
  return (
    <Empty wholePage what={words.common.states.notOpened} next={words.refusals.byCode.not_permitted({})}>
      <ToDesk />
    </Empty>
  )
}
