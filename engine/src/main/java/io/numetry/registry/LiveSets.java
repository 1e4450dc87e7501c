package io.numetry.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The registrations of a core that are live. Each knows its place, so that one costs a reference
 * and is neither searched nor hashed.
 *
 * <p>Threads: the owner changes it, without a lock; any thread may read it. A reader sees
 * everything that is there from before it begins until after it ends.
 */
final class LiveSets {
  private static final int INITIAL_PLACES = 16;

  /** Replaced by a larger one with the same in it; elements never move. */
  private volatile AtomicReferenceArray<SetRegistration> places =
      new AtomicReferenceArray<>(INITIAL_PLACES);

  /** Places below {@link #used} that are free, a stack. */
  private int[] free = new int[0];

  private int freeCount;
  private int used;

  void add(SetRegistration registration) {
    int place = freeCount > 0 ? free[--freeCount] : used++;
    AtomicReferenceArray<SetRegistration> room = places;
    if (place == room.length()) {
      var larger = new AtomicReferenceArray<SetRegistration>(2 * place);
      for (int i = 0; i < place; i++) {
        larger.setPlain(i, room.getPlain(i));
      }
      places = larger;
      room = larger;
    }
    room.setRelease(place, registration);
    registration.livePlace = place;
  }

  /** Does nothing for one that is not there. */
  void remove(SetRegistration registration) {
    int place = registration.livePlace;
    if (place == SetRegistration.NO_PLACE) {
      return;
    }
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, Math.max(INITIAL_PLACES, 2 * freeCount));
    }
    free[freeCount++] = place;
    places.setRelease(place, null);
    registration.livePlace = SetRegistration.NO_PLACE;
  }

  /** All that are live at this moment. */
  Collection<SetRegistration> all() {
    AtomicReferenceArray<SetRegistration> read = places;
    List<SetRegistration> found = new ArrayList<>();
    for (int i = 0; i < read.length(); i++) {
      SetRegistration registration = read.getAcquire(i);
      if (registration != null) {
        found.add(registration);
      }
    }
    return List.copyOf(found);
  }
}
