import '../tokens.css'
import '../base.css'
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { Around, draw } from '../start-face.tsx'
import { Gallery } from './gallery.tsx'

// The tabs and the shell hold links, so the gallery too stands in a router.
const router = createRouter({ routeTree: createRootRoute({ component: Gallery }), basepath: '/kit' })

draw(
  <Around>
    <RouterProvider router={router} />
  </Around>,
)
