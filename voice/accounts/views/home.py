"""The desk's front door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from voice.accounts.gate import signed_in, staff_only
from voice.accounts.guides import next_step
from voice.accounts.permissions import Visitor, user_may_enter_desk
from voice.accounts.rooms import rooms_for, rooms_now


def anybody_signed_in(user: Visitor) -> bool:
    """Say yes: everyone who signs in has somewhere to go from here."""
    return user.is_authenticated


@staff_only(anybody_signed_in)
def home(request: HttpRequest) -> HttpResponse:
    """Show somebody at the desk their next step and rooms; lead others to their room."""
    rooms = rooms_for(request.user)
    if rooms and not user_may_enter_desk(request.user):
        return redirect(rooms[0].url)
    user = signed_in(request)
    context = {"found": rooms_now(rooms, user), "next_step": next_step(user)}
    return render(request, "accounts/home.html", context)
