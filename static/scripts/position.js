// Where this phone is goes into a field, once its owner has said yes to the browser; without it the field is typed.
for (const button of document.querySelectorAll("[data-position]")) {
  if (!navigator.geolocation) continue;
  const field = document.getElementById(button.dataset.position);
  const said = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    said.textContent = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        button.disabled = false;
        field.focus();
      },
      () => {
        said.textContent = button.dataset.failed;
        button.disabled = false;
      },
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  });
}
