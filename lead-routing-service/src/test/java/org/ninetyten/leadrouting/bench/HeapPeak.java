package org.ninetyten.leadrouting.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The most that was still in use on the heap right after a collection: what is held, and not what merely lies about. */
final class HeapPeak implements AutoCloseable {

    private final AtomicLong most = new AtomicLong();
    private final NotificationListener listener =
            (notification, any) -> note((CompositeData) notification.getUserData());

    private HeapPeak() {}

    static HeapPeak watch() {
        HeapPeak peak = new HeapPeak();
        System.gc();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener(peak.listener, null, null);
        }
        return peak;
    }

    private void note(CompositeData data) {
        long used = GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> !pool.getKey().matches(".*(Metaspace|Class Space|CodeHeap|CodeCache).*"))
                .map(java.util.Map.Entry::getValue)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        most.accumulateAndGet(used, Math::max);
    }

    long megabytes() {
        System.gc();
        return most.get() >> 20;
    }

    @Override
    public void close() throws ListenerNotFoundException {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).removeNotificationListener(listener);
        }
    }
}
