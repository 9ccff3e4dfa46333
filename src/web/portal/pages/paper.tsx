import { Link } from '@tanstack/react-router'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { usePreferences } from '../../preferences.tsx'
import { paperWords } from '../../words/paper.ts'
import { PaperForm } from '../paper/paper-form.tsx'
import { useScannedPlace } from '../scanned-place.ts'

/** The report on paper, for a counter or a stairwell; with `?place=` for the place of that code. */
export default function PaperPage() {
  const { language } = usePreferences()
  const said = paperWords[language]
  useTitle(said.title)
  const { place } = useScannedPlace()
  return (
    <>
      <div className="no-print">
        <h1>{said.title}</h1>
        <p className="paper-lead">{said.lead}</p>
        <Button wide onClick={() => window.print()}>
          {said.print}
        </Button>
        <Link to="/report" className={buttonClass({ look: 'quiet', wide: true })}>
          {said.online}
        </Link>
      </div>
      <PaperForm place={place} />
    </>
  )
}
