// A shared screen forgets whoever leaves it: when nobody touches it, and when somebody goes back to a page of before.
// The page warns by itself before that; this is for when it lost its connection and cannot.
"use strict"
{
  const seconds = Number(document.currentScript.dataset.seconds)
  const reset = new URL("reset", document.currentScript.src)
  let timer
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(() => location.replace(reset), seconds * 1000)
  }
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "input"])
    addEventListener(kind, wait, { capture: true, passive: true })
  addEventListener("pageshow", (shown) => (shown.persisted ? location.replace(reset) : wait()))
  wait()
}
