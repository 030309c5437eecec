"""What a browser may do on our pages."""

from django.utils.csp import CSP

# Behind a click only: nothing is asked of these hosts before the reader presses play.
# The players are in `editorial.blocks.players`.
FRAMED = [
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://www.instagram.com",
    "https://www.tiktok.com",
    "https://platform.twitter.com",
]

# Every script, style, font and picture is a file of ours. No nonce: pages are the same bytes for everyone.
PUBLIC_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "frame-src": FRAMED,
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

# Wagtail's own pages start date pickers and the focal point tool from inline scripts. A nonce here would switch
# 'unsafe-inline' off. Previews are framed by the editor, so the admin may frame itself.
ADMIN_CSP = {
    **PUBLIC_CSP,
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF, *FRAMED],
    "base-uri": [CSP.SELF],
    "object-src": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}

# A page as readers would get it, in the frame beside its form.
PREVIEW_CSP = {**PUBLIC_CSP, "frame-ancestors": [CSP.SELF]}

# Features a magazine never asks for, refused to our pages and to anything framed in them.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)
