import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { useWords } from '../../preferences.tsx'

export default function HomePage() {
  const { name, tabs, reportButton, emergency } = useWords().faces.portal
  useTitle(tabs.home)
  return (
    <>
      <h1>{name}</h1>
      <Card>{emergency}</Card>
      <Link to="/report" className={buttonClass({ wide: true, big: true })}>
        {reportButton}
      </Link>
    </>
  )
}
