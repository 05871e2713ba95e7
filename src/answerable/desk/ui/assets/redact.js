// Drawing a mark on a page with the mouse or a pen: it fills in the numbers of the form, and the
// numbers move the drawing. Without this script, and with a keyboard, the numbers do all.
const page = document.querySelector("[data-app-redact]");
const form = page && document.querySelector("form:has([name=left])");
if (form) {
  const box = (name) => form.elements.namedItem(name);
  const told = document.querySelector("[data-app-redact-told]");
  const width = Number(page.dataset.appWidth);
  const height = Number(page.dataset.appHeight);
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  drawn.setAttribute("class", "app-redact-new");
  page.classList.add("app-redact-page--draws");
  page.append(drawn);

  const show = () => {
    const here = box("page").value === page.dataset.appRedact;
    for (const [name, attribute] of [["left", "x"], ["top", "y"], ["width", "width"], ["height", "height"]]) {
      const value = Number(box(name).value);
      drawn.setAttribute(attribute, here && Number.isFinite(value) ? Math.max(value, 0) : 0);
    }
  };
  const inside = (value, most) => Math.min(Math.max(value, 0), most);
  const at = (event) => {
    const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(page.getScreenCTM().inverse());
    return { x: inside(spot.x, width), y: inside(spot.y, height) };
  };
  const fill = (one, other) => {
    const said = {
      left: Math.min(one.x, other.x), top: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y),
    };
    for (const [name, value] of Object.entries(said)) box(name).value = String(Math.round(value * 10) / 10);
    box("page").value = page.dataset.appRedact;
    if (box("words")) box("words").value = "";
    show();
    return said;
  };

  let start = null;
  page.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return; // a finger scrolls
    event.preventDefault();
    start = at(event);
    page.setPointerCapture(event.pointerId);
  });
  page.addEventListener("pointermove", (event) => {
    if (start) fill(start, at(event));
  });
  page.addEventListener("pointerup", (event) => {
    if (!start) return;
    const said = fill(start, at(event));
    start = null;
    if (said.width < 2 || said.height < 2) {
      for (const name of ["left", "top", "width", "height"]) box(name).value = "";
      show();
      return;
    }
    told.textContent = "Area drawn. Choose the provision, then add the mark.";
    box("provision").focus({ preventScroll: true });
  });
  page.addEventListener("pointercancel", () => { start = null; });
  form.addEventListener("input", show);
  show();
}
